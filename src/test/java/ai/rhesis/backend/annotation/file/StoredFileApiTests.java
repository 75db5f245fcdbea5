package ai.rhesis.backend.annotation.file;

import static org.assertj.core.api.Assertions.assertThat;

import ai.rhesis.backend.support.Answer;
import ai.rhesis.backend.support.Api;
import ai.rhesis.backend.support.IntegrationTest;
import ai.rhesis.backend.support.Organizations;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpMethod;

@IntegrationTest
class StoredFileApiTests {

    private static final byte[] HELLO = "Hello".getBytes(StandardCharsets.UTF_8);

    @Autowired
    Organizations organizations;

    @Value("${rhesis.files.directory}")
    Path directory;

    Api api;
    String test;
    String upload;

    @BeforeEach
    void ownOrganization() {
        api = organizations.create();
        test = api.create("/tests", Map.of("prompt", Map.of("content", "Hello")));
        upload = "/files?entity_type=Test&entity_id=" + test;
    }

    @Test
    void whatIsUploadedCanBeRead() throws Exception {
        Answer uploaded = api.upload(upload, Map.of("hello.txt", HELLO));
        assertThat(uploaded.status()).isEqualTo(200);
        assertThat(uploaded.text("0.filename")).isEqualTo("hello.txt");
        assertThat(uploaded.text("0.content_type")).isEqualTo("text/plain");
        assertThat(uploaded.at("0/size_bytes").asInt()).isEqualTo(5);
        assertThat(uploaded.text("0.content_hash")).isEqualTo(sha256(HELLO));
        String path = "/files/" + uploaded.text("0.id");
        assertThat(api.get(path).json()).isEqualTo(uploaded.at("0"));
        assertThat(api.get("/files").json()).isEqualTo(uploaded.json());
        assertThat(api.get("/files/entity/Test/" + test).json()).isEqualTo(uploaded.json());
        assertThat(api.get("/tests/" + test + "/files").json()).isEqualTo(uploaded.json());
        assertThat(api.download(path + "/content")).isEqualTo(HELLO);
    }

    @Test
    void contentIsADownloadThatNoBrowserInterprets() {
        Answer uploaded = api.upload(upload, Map.of("größe \"5\".html", HELLO));
        Answer content = api.get("/files/" + uploaded.text("0.id") + "/content");
        assertThat(content.header("Content-Disposition"))
                .startsWith("attachment;")
                .contains("filename*=UTF-8''gr%C3%B6%C3%9Fe%20%225%22.html");
        assertThat(content.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(content.header("Content-Type")).isEqualTo("text/html");
        assertThat(content.header("Content-Length")).isEqualTo("5");
        assertThat(api.with("If-None-Match", String.valueOf(content.header("ETag")))
                        .get("/files/" + uploaded.text("0.id") + "/content")
                        .status())
                .isEqualTo(304);
    }

    @Test
    void nameIsNeverAPath() throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("../../../../etc/passwd", HELLO);
        files.put("..\\..\\boot.ini", HELLO);
        files.put("..", HELLO);
        files.put("/", HELLO);
        Answer uploaded = api.upload(upload, files);
        assertThat(uploaded.texts("filename")).containsExactly("passwd", "boot.ini", "file", "file");
        assertThat(uploaded.texts("position")).containsExactly("0", "1", "2", "3");
        try (Stream<Path> kept = Files.walk(directory)) {
            assertThat(kept.filter(Files::isRegularFile))
                    .allSatisfy(
                            file -> assertThat(file.getFileName().toString()).matches("[0-9a-f]{64}"));
        }
        assertThat(api.download("/files/" + uploaded.text("0.id") + "/content")).isEqualTo(HELLO);
    }

    @Test
    void sameContentIsKeptOncePerOrganization() throws Exception {
        byte[] content = UUID.randomUUID().toString().getBytes(StandardCharsets.UTF_8);
        api.upload(upload, Map.of("a.txt", content, "b.txt", content));
        api.upload(upload, Map.of("c.txt", content));
        assertThat(copies(content)).isEqualTo(1);
        Api other = organizations.create();
        String theirs = other.create("/tests", Map.of("prompt", Map.of("content", "Hello")));
        other.upload("/files?entity_type=Test&entity_id=" + theirs, Map.of("d.txt", content));
        assertThat(copies(content)).isEqualTo(2);
    }

    @Test
    void contentGoesWithTheLastFileThatIsPurged() throws Exception {
        byte[] content = UUID.randomUUID().toString().getBytes(StandardCharsets.UTF_8);
        Answer uploaded = api.upload(upload, Map.of("a.txt", content, "b.txt", content));
        List<String> ids = uploaded.texts("id");
        ids.forEach(id -> assertThat(api.delete("/files/" + id).status()).isEqualTo(200));
        assertThat(copies(content)).isEqualTo(1);
        api.delete("/recycle/file/" + ids.getFirst() + "?confirm=true");
        assertThat(copies(content)).isEqualTo(1);
        api.post("/recycle/file/" + ids.getLast() + "/restore", null);
        assertThat(api.download("/files/" + ids.getLast() + "/content")).isEqualTo(content);
        api.delete("/files/" + ids.getLast());
        api.delete("/recycle/file/" + ids.getLast() + "?confirm=true");
        assertThat(copies(content)).isZero();
    }

    @Test
    void contentGoesWithThePurgedObjectOfItsFiles() throws Exception {
        byte[] content = UUID.randomUUID().toString().getBytes(StandardCharsets.UTF_8);
        api.upload(upload, Map.of("a.txt", content));
        api.delete("/tests/" + test);
        assertThat(copies(content)).isEqualTo(1);
        assertThat(api.delete("/recycle/test/" + test + "?confirm=true").status())
                .isEqualTo(200);
        assertThat(copies(content)).isZero();
        assertThat(api.get("/files").total()).isZero();
    }

    @Test
    void uploadsAndPurgesOfOneContentAtTheSameMomentLoseNothing() throws Exception {
        byte[] content = UUID.randomUUID().toString().getBytes(StandardCharsets.UTF_8);
        Callable<Answer> uploadAndPurge = () -> {
            String id =
                    String.valueOf(api.upload(upload, Map.of("a.txt", content)).text("0.id"));
            api.delete("/files/" + id);
            return api.delete("/recycle/file/" + id + "?confirm=true");
        };
        Callable<Answer> uploadOnly = () -> api.upload(upload, Map.of("b.txt", content));
        try (ExecutorService crowd = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Answer>> work = IntStream.range(0, 24)
                    .mapToObj(i -> i % 4 == 0 ? uploadOnly : uploadAndPurge)
                    .toList();
            for (var answer : crowd.invokeAll(work)) {
                assertThat(answer.get().status()).isEqualTo(200);
            }
        }
        List<String> left = api.get("/files").texts("id");
        assertThat(left).hasSize(6);
        left.forEach(id -> assertThat(api.download("/files/" + id + "/content")).isEqualTo(content));
    }

    @Test
    void tooLargeAndTooManyAreRefusedWhole() {
        Answer large = api.upload(upload, Map.of("a.txt", HELLO, "large.bin", new byte[10 * 1024 * 1024 + 1]));
        assertThat(large.status()).isEqualTo(413);
        assertThat(large.at("limit_bytes").asInt()).isEqualTo(10 * 1024 * 1024);
        Answer huge = api.upload(upload, Map.of("huge.bin", new byte[30 * 1024 * 1024]));
        assertThat(huge.status()).isEqualTo(413);
        assertThat(huge.text("detail")).isEqualTo("The upload is larger than 20 MB");
        assertThat(huge.at("limit_bytes").asInt()).isEqualTo(20 * 1024 * 1024);
        Map<String, byte[]> many = new LinkedHashMap<>();
        IntStream.range(0, 11).forEach(i -> many.put(i + ".txt", HELLO));
        assertThat(api.upload(upload, many).badFields()).containsExactly("body.files");
        assertThat(api.upload(upload, Map.of("ok.bin", new byte[10 * 1024 * 1024]))
                        .status())
                .isEqualTo(200);
        assertThat(api.get("/files").total()).isEqualTo(1);
    }

    @Test
    void badFieldIsNamed() {
        assertThat(api.upload("/files?entity_type=Test", Map.of("a.txt", HELLO)).badFields())
                .containsExactly("query.entity_id");
        assertThat(api.upload("/files?entity_type=Test&entity_id=x", Map.of("a.txt", HELLO))
                        .badFields())
                .containsExactly("query.entity_id");
        assertThat(api.upload("/files?entity_type=Planet&entity_id=" + test, Map.of("a.txt", HELLO))
                        .badFields())
                .containsExactly("query.entity_type");
        assertThat(api.upload("/files?entity_type=Prompt&entity_id=" + test, Map.of("a.txt", HELLO))
                        .badFields())
                .containsExactly("query.entity_id");
        assertThat(api.post(upload, "{}").status()).isEqualTo(415);
        assertThat(api.with("Content-Type", "multipart/form-data")
                        .send(HttpMethod.POST, upload, null)
                        .status())
                .isEqualTo(422);
        assertThat(api.get("/files").total()).isZero();
    }

    @Test
    void aLostContentIsAProblemThatNamesTheFile() throws Exception {
        byte[] content = UUID.randomUUID().toString().getBytes(StandardCharsets.UTF_8);
        Answer uploaded = api.upload(upload, Map.of("policy.txt", content));
        String path = "/files/" + uploaded.text("0.id");
        try (Stream<Path> kept = Files.walk(directory)) {
            String hash = sha256(content);
            Files.delete(kept.filter(file -> file.getFileName().toString().equals(hash))
                    .findAny()
                    .orElseThrow());
        }
        Answer lost = api.get(path + "/content");
        assertThat(lost.status()).isEqualTo(404);
        assertThat(lost.header("Content-Type")).startsWith("application/json");
        assertThat(lost.header("Content-Disposition")).isNull();
        assertThat(lost.text("code")).isEqualTo("content_missing");
        assertThat(lost.text("filename")).isEqualTo("policy.txt");
        assertThat(lost.text("detail")).startsWith("The content of policy.txt is missing from the file store");
        assertThat(api.get(path).status()).isEqualTo(200);
    }

    @Test
    void deletedIsGone() {
        String id = String.valueOf(api.upload(upload, Map.of("a.txt", HELLO)).text("0.id"));
        assertThat(api.delete("/files/" + id).text("filename")).isEqualTo("a.txt");
        assertThat(api.get("/files/" + id).text("item_name")).isEqualTo("a.txt");
        assertThat(api.get("/files/" + id + "/content").status()).isEqualTo(410);
        assertThat(api.get("/tests/" + test + "/files").total()).isZero();
        assertThat(api.get("/recycle/file").text("items.0.filename")).isEqualTo("a.txt");
    }

    @Test
    void otherOrganizationSeesNothingAndChangesNothing() {
        String id = String.valueOf(api.upload(upload, Map.of("a.txt", HELLO)).text("0.id"));
        Api other = organizations.create();
        assertThat(other.get("/files/" + id).status()).isEqualTo(404);
        assertThat(other.get("/files/" + id + "/content").status()).isEqualTo(404);
        assertThat(other.delete("/files/" + id).status()).isEqualTo(404);
        assertThat(other.get("/files").total()).isZero();
        assertThat(other.get("/tests/" + test + "/files").status()).isEqualTo(404);
        assertThat(other.upload(upload, Map.of("b.txt", HELLO)).badFields()).containsExactly("query.entity_id");
        assertThat(api.get("/files").total()).isEqualTo(1);
    }

    private long copies(byte[] content) throws Exception {
        String hash = sha256(content);
        try (Stream<Path> kept = Files.walk(directory)) {
            return kept.filter(file -> file.getFileName().toString().equals(hash))
                    .count();
        }
    }

    private static String sha256(byte[] content) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    }
}
