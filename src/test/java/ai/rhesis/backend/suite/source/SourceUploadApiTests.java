package ai.rhesis.backend.suite.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ai.rhesis.backend.suite.source.extraction.HostileDocuments;
import ai.rhesis.backend.support.Answer;
import ai.rhesis.backend.support.Api;
import ai.rhesis.backend.support.IntegrationTest;
import ai.rhesis.backend.support.Organizations;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;

@IntegrationTest
class SourceUploadApiTests {

    private static final String TEXT = "Water damage is covered up to 5,000 EUR.";

    @Autowired
    Organizations organizations;

    Api api;

    @BeforeEach
    void ownOrganization() {
        api = organizations.create();
    }

    @Test
    void aDocumentBecomesASourceWithItsTextAndItsFile() throws IOException {
        byte[] pdf = document("policy.pdf");
        Answer made = upload("policy.pdf", pdf);
        assertThat(made.status()).isEqualTo(200);
        assertThat(made.text("content")).contains(TEXT);
        assertThat(made.text("title")).isEqualTo("policy.pdf");
        assertThat(made.text("source_type.type_value")).isEqualTo("Document");
        assertThat(made.text("source_metadata.original_filename")).isEqualTo("policy.pdf");
        assertThat(made.text("source_metadata.file_size")).isEqualTo(String.valueOf(pdf.length));
        assertThat(made.text("source_metadata.file_type")).isEqualTo("application/pdf");
        assertThat(api.get("/sources/" + made.id() + "/content").json()).isEqualTo(made.json());
        assertThat(api.download("/sources/" + made.id() + "/file")).isEqualTo(pdf);
        assertThat(api.get("/sources/" + made.id() + "/file").header("Content-Disposition"))
                .contains("attachment", "policy.pdf");
        assertThat(api.get("/files/entity/Source/" + made.id()).texts("filename"))
                .containsExactly("policy.pdf");
    }

    @Test
    void theTextIsExtractedOnceMore() throws IOException {
        String id = upload("policy.pdf", document("policy.pdf")).id();
        api.put("/sources/" + id, Map.of("content", "Something else"));
        Answer extracted = api.post("/sources/" + id + "/extract", null);
        assertThat(extracted.text("source_id")).isEqualTo(id);
        assertThat(extracted.text("format")).isEqualTo("pdf");
        assertThat(extracted.text("content")).contains(TEXT);
        assertThat(api.get("/sources/" + id + "/content").text("content")).contains(TEXT);
    }

    @Test
    void aSourceWithoutADocumentHasNothingToExtract() {
        String id = api.create("/sources", Map.of("title", "Policy", "content", TEXT));
        assertThat(api.post("/sources/" + id + "/extract", null).status()).isEqualTo(400);
        assertThat(api.get("/sources/" + id + "/file").status()).isEqualTo(404);
        assertThat(api.get("/sources/" + id + "/content").text("content")).isEqualTo(TEXT);
    }

    @Test
    void otherFormatsAndSizesAreRefused() {
        Answer program = upload("program.exe", new byte[] {'M', 'Z'});
        assertThat(program.status()).isEqualTo(400);
        assertThat(program.text("detail")).contains("pdf, docx, pptx, xlsx, txt, md, csv, json, xml, html, epub");
        assertThat(upload("large.txt", new byte[UploadedDocument.MAX_BYTES + 1]).status())
                .isEqualTo(400);
        assertThat(api.get("/sources").total()).isZero();
    }

    @Test
    void aRefusedDocumentLeavesNothing() throws IOException {
        Answer locked = upload("locked.pdf", document("locked.pdf"));
        assertThat(locked.status()).isEqualTo(422);
        assertThat(locked.badFields()).containsExactly("body.file");
        assertThat(locked.text("detail.0.msg")).contains("is encrypted");
        assertThat(upload("empty.txt", new byte[0]).badFields()).containsExactly("body.file");
        assertThat(api.get("/sources").total()).isZero();
        assertThat(api.get("/files").total()).isZero();
    }

    @Test
    void healthAnswersWhileDocumentsOfManyOrganizationsNeverEnd() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<CompletableFuture<Answer>> endless =
                    List.of(api, organizations.create(), organizations.create()).stream()
                            .map(caller -> CompletableFuture.supplyAsync(
                                    () -> upload(caller, "endless.pdf", HostileDocuments.endlessPdf()), threads))
                            .toList();
            CompletableFuture<Void> all = CompletableFuture.allOf(endless.toArray(CompletableFuture[]::new));
            Duration longest = Duration.ZERO;
            while (!all.isDone()) {
                Instant begin = Instant.now();
                assertThat(organizations.anonymous().get("/health/live").status())
                        .isEqualTo(200);
                Duration took = Duration.between(begin, Instant.now());
                longest = took.compareTo(longest) > 0 ? took : longest;
            }
            assertThat(longest).isLessThan(Duration.ofSeconds(5));
            assertThat(endless)
                    .allSatisfy(each -> assertThat(each.join().status()).isIn(422, 503));
        }
    }

    @Test
    void aDocumentThatIsReadSlowlyHoldsUpNoOtherWorkOfItsOrganization() {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            CompletableFuture<Answer> slow =
                    CompletableFuture.supplyAsync(() -> upload("endless.pdf", HostileDocuments.endlessPdf()), threads);
            await().until(() -> ProcessHandle.current()
                    .children()
                    .anyMatch(child -> child.info().command().orElse("").endsWith("/java")));
            Map<String, ?> flawed = Map.of("prompt", "x", "schema", Map.of("type", "nonsense"));
            // the schema is checked by the bounded pool, of which an organization has one thread of two
            assertThat(api.post("/services/generate/content", flawed).badFields())
                    .containsExactly("body.schema");
            assertThat(slow).isNotDone();
            assertThat(slow.join().text("detail.0.msg")).contains("takes longer than 20 seconds");
        }
    }

    @Test
    void noMapOfEmbeddingsIsMadeAndThatIsSaid() {
        String id = api.create("/sources", Map.of("title", "Policy"));
        String set = api.create("/test_sets", Map.of("name", "Smoke"));
        for (String path : List.of("/sources/" + id, "/test_sets/" + set)) {
            assertThat(api.get(path + "/embeddings/graph").text("status")).isEqualTo("pending");
            Answer refused = api.post(path + "/embeddings/compute-graph", null);
            assertThat(refused.status()).isEqualTo(400);
            assertThat(refused.text("detail")).contains("no maps of embeddings");
            Api other = organizations.create();
            assertThat(other.get(path + "/embeddings/graph").status()).isEqualTo(404);
            assertThat(other.post(path + "/embeddings/compute-graph", null).status())
                    .isEqualTo(404);
        }
    }

    @Test
    void otherOrganizationReadsNoFileAndExtractsNothing() throws IOException {
        String id = upload("policy.pdf", document("policy.pdf")).id();
        Api other = organizations.create();
        assertThat(other.get("/sources/" + id + "/file").status()).isEqualTo(404);
        assertThat(other.post("/sources/" + id + "/extract", null).status()).isEqualTo(404);
        Api viewer = organizations.member(api, "viewer");
        assertThat(upload(viewer, "policy.pdf", document("policy.pdf")).status())
                .isEqualTo(403);
        assertThat(viewer.download("/sources/" + id + "/file")).isEqualTo(document("policy.pdf"));
    }

    private Answer upload(String name, byte[] content) {
        return upload(api, name, content);
    }

    private static Answer upload(Api caller, String name, byte[] content) {
        return caller.upload("/sources/upload", "file", Map.of(name, content));
    }

    private static byte[] document(String name) throws IOException {
        return new ClassPathResource("documents/" + name).getContentAsByteArray();
    }
}
