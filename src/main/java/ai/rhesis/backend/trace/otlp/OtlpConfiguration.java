package ai.rhesis.backend.trace.otlp;

import ai.rhesis.backend.platform.web.problem.UnpackedPaths;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/// The paths of exports: their bodies may be packed, and a filter of theirs stands before all that refuse a request.
@Configuration(proxyBeanMethods = false)
class OtlpConfiguration {

    @Bean
    static UnpackedPaths packedExports() {
        return new UnpackedPaths("/v1/");
    }

    @Bean
    static FilterRegistrationBean<OtlpFailures> otlpFailures() {
        FilterRegistrationBean<OtlpFailures> filter = new FilterRegistrationBean<>(new OtlpFailures());
        filter.addUrlPatterns("/v1/*");
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE + 1);
        return filter;
    }
}
