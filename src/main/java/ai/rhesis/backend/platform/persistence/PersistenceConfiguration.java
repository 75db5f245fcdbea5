package ai.rhesis.backend.platform.persistence;

import org.springframework.context.annotation.Configuration;
import org.springframework.data.jpa.repository.config.EnableJpaRepositories;
import org.springframework.data.repository.config.BootstrapMode;

/// The configuration that puts [TenantRecords] behind every repository, and makes each repository when it is first
/// used: parsing the queries of all of them is a seventh of a start.
@Configuration(proxyBeanMethods = false)
@EnableJpaRepositories(
        basePackages = "ai.rhesis.backend",
        repositoryBaseClass = TenantRecords.class,
        queryEnhancerSelector = WrittenQueries.class,
        bootstrapMode = BootstrapMode.LAZY)
class PersistenceConfiguration {}
