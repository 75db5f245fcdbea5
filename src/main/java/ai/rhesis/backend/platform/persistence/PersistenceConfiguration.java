package ai.rhesis.backend.platform.persistence;

import ai.rhesis.backend.RhesisApplication;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.jpa.repository.config.EnableJpaRepositories;

/// Gives every repository the same records behind it.
@Configuration(proxyBeanMethods = false)
@EnableJpaRepositories(basePackageClasses = RhesisApplication.class, repositoryBaseClass = TenantRecords.class)
class PersistenceConfiguration {}
