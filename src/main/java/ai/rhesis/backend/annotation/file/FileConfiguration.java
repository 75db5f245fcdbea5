package ai.rhesis.backend.annotation.file;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The choice of the store that the settings name.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(FileSettings.class)
class FileConfiguration {

    @Bean
    static FileStore fileStore(FileSettings settings) {
        FileSettings.S3 bucket = settings.s3();
        return bucket == null ? new DirectoryStore(settings.directory()) : new BucketStore(bucket);
    }
}
