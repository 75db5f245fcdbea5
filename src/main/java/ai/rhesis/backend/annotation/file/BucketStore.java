package ai.rhesis.backend.annotation.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.NoSuchFileException;
import java.time.Duration;
import org.springframework.core.io.InputStreamSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.HttpStatusCode;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;
import software.amazon.awssdk.services.s3.model.S3Exception;

/// A store in a bucket of Amazon S3 or of a service that speaks its protocol.
class BucketStore implements FileStore, AutoCloseable {

    private static final Duration TIMEOUT = Duration.ofSeconds(20);

    private final S3Client client;
    private final String bucket;

    BucketStore(FileSettings.S3 settings) {
        bucket = settings.bucket();
        client = client(settings);
    }

    private static S3Client client(FileSettings.S3 settings) {
        String accessKey = settings.accessKey();
        String secretKey = settings.secretKey();
        S3ClientBuilder builder = S3Client.builder()
                .region(Region.of(settings.region()))
                .forcePathStyle(true)
                // others than Amazon know neither checksums in trailers nor chunked signatures
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                .serviceConfiguration(s3 -> s3.chunkedEncodingEnabled(false))
                .overrideConfiguration(calls -> calls.apiCallTimeout(TIMEOUT))
                .httpClient(UrlConnectionHttpClient.create())
                .credentialsProvider(
                        accessKey == null || secretKey == null
                                ? DefaultCredentialsProvider.builder().build()
                                : StaticCredentialsProvider.create(AwsBasicCredentials.create(accessKey, secretKey)));
        URI endpoint = settings.endpoint();
        return (endpoint == null ? builder : builder.endpointOverride(endpoint)).build();
    }

    @Override
    public void put(String key, InputStreamSource content, long sizeBytes) throws IOException {
        if (has(key)) {
            return;
        }
        try {
            client.putObject(put -> put.bucket(bucket).key(key), body(content, sizeBytes));
        } catch (SdkException refused) {
            throw new IOException("a content can't be stored in the bucket", refused);
        }
    }

    /// Makes a body that can be read again when the first attempt fails.
    private static RequestBody body(InputStreamSource content, long sizeBytes) {
        ContentStreamProvider source = () -> {
            try {
                return content.getInputStream();
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        };
        return RequestBody.fromContentProvider(source, sizeBytes, "application/octet-stream");
    }

    @Override
    public boolean has(String key) throws IOException {
        try {
            client.headObject(head -> head.bucket(bucket).key(key));
            return true;
        } catch (SdkException refused) {
            if (isAbsence(refused)) {
                return false;
            }
            throw new IOException("the bucket can't be asked for a content", refused);
        }
    }

    @Override
    public InputStream open(String key) throws IOException {
        try {
            return client.getObject(get -> get.bucket(bucket).key(key));
        } catch (SdkException refused) {
            if (isAbsence(refused)) {
                throw new NoSuchFileException(key);
            }
            throw new IOException("a content can't be read from the bucket", refused);
        }
    }

    private static boolean isAbsence(SdkException refused) {
        return refused instanceof S3Exception answer && answer.statusCode() == HttpStatusCode.NOT_FOUND;
    }

    @Override
    public void remove(String key) throws IOException {
        try {
            client.deleteObject(delete -> delete.bucket(bucket).key(key));
        } catch (SdkException refused) {
            throw new IOException("a content can't be deleted from the bucket", refused);
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
