package ai.rhesis.backend.annotation.file;

import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/// Where files are kept, in a bucket where one is named and else in a directory, and how large they may be.
@ConfigurationProperties("rhesis.files")
record FileSettings(
        @DefaultValue("./data/files") Path directory,
        @DefaultValue("10MB") DataSize maxSize,
        @DefaultValue("10") int maxCount,
        @Nullable S3 s3) {

    /// Without keys the credentials are looked for where Amazon's tools look; without an endpoint it is Amazon's own.
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
