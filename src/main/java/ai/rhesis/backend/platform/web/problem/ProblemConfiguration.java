package ai.rhesis.backend.platform.web.problem;

import java.util.List;
import org.apache.catalina.core.StandardHost;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/// The problems that are told outside of handlers: by the container, and by the first filter.
@Configuration(proxyBeanMethods = false)
class ProblemConfiguration {

    /// Places the filter behind the one that gives the request its id, and before all that read the request.
    @Bean
    static FilterRegistrationBean<MalformedRequests> malformedRequests(
            ProblemResponse problems, List<UnpackedPaths> unpacked) {
        FilterRegistrationBean<MalformedRequests> filter =
                new FilterRegistrationBean<>(new MalformedRequests(problems, unpacked));
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE + 2);
        return filter;
    }

    @Bean
    static WebServerFactoryCustomizer<TomcatServletWebServerFactory> containerProblems(ProblemResponse problems) {
        return factory -> factory.addContextCustomizers(
                context -> new ContainerProblems(problems).replaceReportsOf((StandardHost) context.getParent()));
    }
}
