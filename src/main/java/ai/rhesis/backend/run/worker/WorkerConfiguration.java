package ai.rhesis.backend.run.worker;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

/// The settings of runs.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ProgramSettings.class)
class WorkerConfiguration {}
