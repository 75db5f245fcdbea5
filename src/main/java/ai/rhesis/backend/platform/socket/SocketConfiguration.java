package ai.rhesis.backend.platform.socket;

import ai.rhesis.backend.platform.websocket.UncompressedUpgrade;
import java.util.Map;
import org.apache.tomcat.websocket.server.WsSci;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.socket.server.support.WebSocketHandlerMapping;
import org.springframework.web.socket.server.support.WebSocketHttpRequestHandler;

/// The route `/ws`.
@Configuration(proxyBeanMethods = false)
class SocketConfiguration {

    /// Puts the container's own web sockets below those of the framework.
    @Bean
    static WebServerFactoryCustomizer<TomcatServletWebServerFactory> containerSockets() {
        return factory ->
                factory.addContextCustomizers(context -> context.addServletContainerInitializer(new WsSci(), null));
    }

    /// Takes only requests that want a socket; the CORS filter has refused foreign origins before.
    @Bean
    static WebSocketHandlerMapping socketMapping(WebSocketHttpRequestHandler socketUpgrade) {
        WebSocketHandlerMapping mapping = new WebSocketHandlerMapping();
        mapping.setUrlMap(Map.of("/ws", socketUpgrade));
        mapping.setWebSocketUpgradeMatch(true);
        mapping.setOrder(-1);
        return mapping;
    }

    @Bean
    static WebSocketHttpRequestHandler socketUpgrade(SocketHandler handler) {
        return new UncompressedUpgrade(handler);
    }
}
