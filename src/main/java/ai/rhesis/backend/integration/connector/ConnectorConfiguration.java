package ai.rhesis.backend.integration.connector;

import ai.rhesis.backend.platform.websocket.UncompressedUpgrade;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.socket.server.support.WebSocketHandlerMapping;
import org.springframework.web.socket.server.support.WebSocketHttpRequestHandler;

/// The route `/connector/ws`, which asks for a token in its header as other routes do.
@Configuration(proxyBeanMethods = false)
class ConnectorConfiguration {

    @Bean
    static WebSocketHandlerMapping connectorMapping(WebSocketHttpRequestHandler connectorUpgrade) {
        WebSocketHandlerMapping mapping = new WebSocketHandlerMapping();
        mapping.setUrlMap(Map.of("/connector/ws", connectorUpgrade));
        mapping.setWebSocketUpgradeMatch(true);
        mapping.setOrder(-1);
        return mapping;
    }

    @Bean
    static WebSocketHttpRequestHandler connectorUpgrade(ConnectorHandler handler) {
        return new UncompressedUpgrade(handler);
    }
}
