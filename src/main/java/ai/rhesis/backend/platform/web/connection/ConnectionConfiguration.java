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

    // no route takes a form, and the container would take one that is cut for a client that is gone
    private static final String NO_METHODS = "";

    @Bean
    static WebServerFactoryCustomizer<TomcatServletWebServerFactory> boundedArrival(ArrivalLimits limits) {
        return factory -> {
            factory.setProtocol(TimedProtocol.class.getName());
            factory.addConnectorCustomizers(connector -> ((TimedProtocol) connector.getProtocolHandler()).keep(limits));
            factory.addConnectorCustomizers(connector -> connector.setParseBodyMethods(NO_METHODS));
            factory.addEngineValves(new ArrivalValve(limits));
        };
    }
}
