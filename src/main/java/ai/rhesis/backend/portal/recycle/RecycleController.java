package ai.rhesis.backend.portal.recycle;

import ai.rhesis.backend.platform.persistence.RecycleBin;
import ai.rhesis.backend.platform.problem.Problem;
import ai.rhesis.backend.platform.query.ListRequest;
import ai.rhesis.backend.platform.query.Listing;
import ai.rhesis.backend.platform.security.Capability;
import ai.rhesis.backend.platform.security.OwnersOnly;
import ai.rhesis.backend.portal.recycle.Bins.Bin;
import ai.rhesis.backend.portal.recycle.RecycleModelsResponse.RecycledModel;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/recycle")
class RecycleController {

    private static final int MAX_LIMIT = 1000;

    private final Bins bins;
    private final RecycleService recycling;
    private final BulkRestore restore;
    private final EmptyBin emptying;

    RecycleController(Bins bins, RecycleService recycling, BulkRestore restore, EmptyBin emptying) {
        this.bins = bins;
        this.recycling = recycling;
        this.restore = restore;
        this.emptying = emptying;
    }

    @GetMapping("/models")
    RecycleModelsResponse models() {
        return RecycleModelsResponse.of(bins.all().entrySet().stream()
                .map(bin -> new RecycledModel(bin.getKey(), bin.getValue().className()))
                .toList());
    }

    @Capability("recycle:view")
    @GetMapping("/stats/counts")
    RecycleCountsResponse counts() {
        return RecycleCountsResponse.of(recycling.counts(bins.all()));
    }

    /// Lists deleted objects; pages may be longer than those of the living.
    @Capability("recycle:view")
    @GetMapping("/{table}")
    ResponseEntity<RecyclePageResponse> list(
            @PathVariable String table, @RequestParam(defaultValue = "100") int limit, HttpServletRequest request) {
        ListRequest.requireLimit(limit, MAX_LIMIT);
        Bin bin = bins.get(table);
        ListRequest page = ListRequest.of(name -> name.equals("limit") ? null : request.getParameter(name))
                .limitedTo(limit);
        ResponseEntity<? extends List<?>> listed =
                RecycleBin.open(() -> bin.controller().list(page));
        List<?> items = Objects.requireNonNull(listed.getBody());
        String total = Objects.requireNonNullElse(listed.getHeaders().getFirst(Listing.TOTAL_COUNT), "0");
        return ResponseEntity.ok()
                .header(Listing.TOTAL_COUNT, total)
                .body(RecyclePageResponse.of(table, items, page.skip() + items.size() < Long.parseLong(total)));
    }

    @Capability("recycle:restore")
    @PostMapping("/{table}/{id}/restore")
    RestoredResponse restore(@PathVariable String table, @PathVariable UUID id) {
        Bin bin = bins.get(table);
        recycling.restore(bin.type(), id);
        return RestoredResponse.of(table, bin.controller().get(id));
    }

    @PostMapping(path = "/bulk-restore/{table}", consumes = MediaType.APPLICATION_JSON_VALUE)
    BulkRestoreResponse restoreAll(@PathVariable String table, @RequestBody String body) {
        Bin bin = bins.get(table);
        return BulkRestoreResponse.of(
                table,
                restore.restoreAll(bin.type(), BulkRestoreRequest.read(body).ids()));
    }

    @OwnersOnly
    @Capability("recycle:purge")
    @DeleteMapping("/{table}/{id}")
    PurgeResponse purge(
            @PathVariable String table, @PathVariable UUID id, @RequestParam(defaultValue = "false") boolean confirm) {
        Bin bin = bins.get(table);
        requireConfirmed(confirm);
        recycling.purge(bin.type(), id);
        return PurgeResponse.of(table, id);
    }

    @OwnersOnly
    @DeleteMapping("/empty/{table}")
    EmptiedResponse empty(@PathVariable String table, @RequestParam(defaultValue = "false") boolean confirm) {
        Bin bin = bins.get(table);
        requireConfirmed(confirm);
        return emptying.empty(table, bin.type());
    }

    private static void requireConfirmed(boolean confirm) {
        if (!confirm) {
            throw Problem.badRequest("confirm", "Purging can't be undone; say confirm=true.")
                    .exception();
        }
    }
}
