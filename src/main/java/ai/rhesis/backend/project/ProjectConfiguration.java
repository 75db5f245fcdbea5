package ai.rhesis.backend.project;

import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/// Puts the project header before every handler.
@Configuration(proxyBeanMethods = false)
class ProjectConfiguration implements WebMvcConfigurer {

    private final ProjectHeader header;

    ProjectConfiguration(ProjectHeader header) {
        this.header = header;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(header);
    }
}
