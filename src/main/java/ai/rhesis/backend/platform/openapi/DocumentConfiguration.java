package ai.rhesis.backend.platform.openapi;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Objects;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.CacheControl;
import org.springframework.util.DigestUtils;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.webjars.WebJarVersionLocator;

/// The routes of the description of the interface: `/openapi.json`, which the tests make, and `/docs`, which shows it.
@Configuration(proxyBeanMethods = false)
class DocumentConfiguration implements WebMvcConfigurer {

    private static final String DIRECTORY = "openapi/";
    private static final String FILE = "openapi.json";
    private static final Duration CACHED = Duration.ofHours(1);

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        String etag = etag();
        registry.addResourceHandler("/{file:openapi\\.json}")
                .addResourceLocations("classpath:/" + DIRECTORY)
                .setCacheControl(CacheControl.noCache())
                .setUseLastModified(false)
                .setEtagGenerator(document -> etag);
        registry.addResourceHandler("/docs/**")
                .addResourceLocations("classpath:/docs/", pageLibrary())
                .setCacheControl(CacheControl.maxAge(CACHED));
    }

    @Override
    public void addViewControllers(ViewControllerRegistry registry) {
        registry.addRedirectViewController("/docs", "/docs/index.html");
    }

    private static String pageLibrary() {
        String version = Objects.requireNonNull(new WebJarVersionLocator().version("swagger-ui"), "no Swagger UI");
        return "classpath:/META-INF/resources/webjars/swagger-ui/" + version + "/";
    }

    /// Makes a weak tag, because the document is compressed on its way.
    private static String etag() {
        try (InputStream document = new ClassPathResource(DIRECTORY + FILE).getInputStream()) {
            return "W/\"" + DigestUtils.md5DigestAsHex(document) + "\"";
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
