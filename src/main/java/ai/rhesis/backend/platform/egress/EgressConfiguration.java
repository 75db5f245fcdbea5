package ai.rhesis.backend.platform.egress;

import java.net.InetAddress;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(EgressSettings.class)
class EgressConfiguration {

    @Bean
    static AddressGuard addressGuard(EgressSettings settings) {
        return new AddressGuard(InetAddress::getAllByName, settings);
    }
}
