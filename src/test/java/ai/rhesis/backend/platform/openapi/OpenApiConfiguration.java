package ai.rhesis.backend.platform.openapi;

import ai.rhesis.backend.platform.query.ListRequest;
import ai.rhesis.backend.platform.security.Caller;
import ai.rhesis.backend.platform.web.IfMatch;
import ai.rhesis.backend.platform.web.body.PackedBody;
import ai.rhesis.backend.platform.web.body.Patch;
import ai.rhesis.backend.platform.web.body.StreamedBody;
import io.swagger.v3.core.util.Yaml31;
import io.swagger.v3.oas.models.OpenAPI;
import java.io.IOException;
import java.io.InputStream;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.info.BuildProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;

/// The frame of the document, and the types of parameters that the conventions document.
@Configuration(proxyBeanMethods = false)
class OpenApiConfiguration {

    static {
        SpringDocUtils.getConfig()
                .addRequestWrapperToIgnore(
                        Caller.class,
                        Patch.class,
                        IfMatch.class,
                        ListRequest.class,
                        StreamedBody.class,
                        PackedBody.class);
    }

    @Bean
    static OpenAPI frame(ObjectProvider<BuildProperties> build) throws IOException {
        try (InputStream frame = new ClassPathResource("openapi/document.yaml").getInputStream()) {
            OpenAPI document = Yaml31.mapper().readValue(frame, OpenAPI.class);
            BuildProperties built = build.getIfAvailable();
            document.getInfo().setVersion(built == null ? "unknown" : built.getVersion());
            return document;
        }
    }
}
