package ai.rhesis.backend.platform.tenancy;

import javax.sql.DataSource;
import org.hibernate.cfg.MultiTenancySettings;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.hibernate.autoconfigure.HibernatePropertiesCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.orm.jpa.JpaVendorAdapter;
import org.springframework.orm.jpa.vendor.HibernateJpaDialect;
import org.springframework.orm.jpa.vendor.HibernateJpaVendorAdapter;

/// The configuration that puts the tenant into every session, every transaction and around the connection pool.
@Configuration(proxyBeanMethods = false)
class TenancyConfiguration {

    @Bean
    static JpaVendorAdapter jpaVendorAdapter() {
        return new HibernateJpaVendorAdapter() {
            private final HibernateJpaDialect dialect = new TenantDialect();

            @Override
            public HibernateJpaDialect getJpaDialect() {
                return dialect;
            }
        };
    }

    @Bean
    static HibernatePropertiesCustomizer tenantResolverCustomizer(TenantResolver resolver) {
        return properties -> properties.put(MultiTenancySettings.MULTI_TENANT_IDENTIFIER_RESOLVER, resolver);
    }

    @Bean
    static BeanPostProcessor autocommitGuard() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof DataSource pool && name.equals("dataSource") ? new AutocommitGuard(pool) : bean;
            }
        };
    }
}
