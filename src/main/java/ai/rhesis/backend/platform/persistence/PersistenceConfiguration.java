package ai.rhesis.backend.platform.persistence;

import org.springframework.context.annotation.Configuration;
import org.springframework.data.jpa.repository.config.EnableJpaRepositories;

/// The configuration that puts [TenantRecords] behind every repository.
@Configuration(proxyBeanMethods = false)
@EnableJpaRepositories(basePackages = "ai.rhesis.backend", repositoryBaseClass = TenantRecords.class)
class PersistenceConfiguration {}
