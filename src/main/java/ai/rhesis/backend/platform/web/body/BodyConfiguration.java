package ai.rhesis.backend.platform.web.body;

import java.util.List;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.converter.ByteArrayHttpMessageConverter;
import org.springframework.http.converter.HttpMessageConverters;
import org.springframework.http.converter.ResourceHttpMessageConverter;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.databind.json.JsonMapper;

/// The readers of request bodies, put into Spring MVC.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(StreamSettings.class)
class BodyConfiguration implements WebMvcConfigurer {

    private final RequestArguments arguments;
    private final JsonMapper json;
    private final JsonBinder binder;

    BodyConfiguration(RequestArguments arguments, JsonMapper json, JsonBinder binder) {
        this.arguments = arguments;
        this.json = json;
        this.binder = binder;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(arguments);
    }

    /// Names the formats: bodies are JSON, and answers are JSON, text or bytes. Another one that a library in the jar
    /// could read would be a way in past the bounds of JSON.
    @Override
    public void configureMessageConverters(HttpMessageConverters.ServerBuilder converters) {
        converters
                .disableDefaults()
                .withJsonConverter(new JsonBodyConverter(json, binder))
                .addCustomConverter(new ByteArrayHttpMessageConverter())
                .addCustomConverter(new ResourceHttpMessageConverter());
    }
}
