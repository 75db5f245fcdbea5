package ai.rhesis.backend.platform.web.connection;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The bounds on arrival, put into the container.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ArrivalLimits.class)
class ConnectionConfiguration {

    @Bean
    static WebServerFactoryCustomizer<TomcatServletWebServerFactory> boundedArrival(ArrivalLimits limits) {
        return factory -> {
            factory.setProtocol(TimedProtocol.class.getName());
            factory.addConnectorCustomizers(connector -> ((TimedProtocol) connector.getProtocolHandler()).keep(limits));
            factory.addEngineValves(new ArrivalValve(limits));
        };
    }
}
