package ai.rhesis.backend.annotation.file;

import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/// Settings of the file store: a bucket where one is named, else a directory, and the limits of an upload.
@ConfigurationProperties("rhesis.files")
record FileSettings(
        @DefaultValue("./data/files") Path directory,
        @DefaultValue("10MB") DataSize maxSize,
        @DefaultValue("10") int maxCount,
        @Nullable S3 s3) {

    /// A bucket. Without keys, credentials are taken from where Amazon's tools look; without an endpoint it is
    /// Amazon's.
    record S3(
            String bucket,
            @DefaultValue("us-east-1") String region,
            @Nullable URI endpoint,
            @Nullable String accessKey,
            @Nullable String secretKey) {

        // A secret is in no log.
        @Override
        public String toString() {
            return "S3[" + bucket + "]";
        }
    }
}
