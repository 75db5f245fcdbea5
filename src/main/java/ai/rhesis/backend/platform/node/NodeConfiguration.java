package ai.rhesis.backend.platform.node;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

/// The settings of nodes.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SignalSettings.class)
class NodeConfiguration {}
