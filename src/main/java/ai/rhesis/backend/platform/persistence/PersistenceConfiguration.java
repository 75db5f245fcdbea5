package ai.rhesis.backend.platform.persistence;

import org.springframework.context.annotation.Configuration;
import org.springframework.data.jpa.repository.config.EnableJpaRepositories;

/// Gives every repository the same records behind it.
@Configuration(proxyBeanMethods = false)
@EnableJpaRepositories(basePackages = "ai.rhesis.backend", repositoryBaseClass = TenantRecords.class)
class PersistenceConfiguration {}
