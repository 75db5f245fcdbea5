package ai.rhesis.backend.platform.web.problem;

import org.apache.catalina.core.StandardHost;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The problems of the container, in place of its own error pages.
@Configuration(proxyBeanMethods = false)
class ProblemConfiguration {

    @Bean
    static WebServerFactoryCustomizer<TomcatServletWebServerFactory> containerProblems(ProblemResponse problems) {
        return factory -> factory.addContextCustomizers(
                context -> new ContainerProblems(problems).replaceReportsOf((StandardHost) context.getParent()));
    }
}
