package ai.rhesis.backend.portal.recycle;

import ai.rhesis.backend.platform.persistence.RecycleBin;
import ai.rhesis.backend.platform.problem.Problem;
import ai.rhesis.backend.platform.query.ListRequest;
import ai.rhesis.backend.platform.security.Capability;
import ai.rhesis.backend.platform.security.OwnersOnly;
import ai.rhesis.backend.platform.web.Revisioned;
import ai.rhesis.backend.portal.recycle.Bins.Bin;
import java.util.List;
import java.util.UUID;
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

    private final Bins bins;
    private final RecycleService recycling;
    private final BulkRestore restore;

    RecycleController(Bins bins, RecycleService recycling, BulkRestore restore) {
        this.bins = bins;
        this.recycling = recycling;
        this.restore = restore;
    }

    @Capability("recycle:view")
    @GetMapping("/{table}")
    ResponseEntity<? extends List<?>> list(@PathVariable String table, ListRequest request) {
        Bin bin = bins.get(table);
        return RecycleBin.open(() -> bin.controller().list(request));
    }

    @Capability("recycle:restore")
    @PostMapping("/{table}/{id}/restore")
    Revisioned restore(@PathVariable String table, @PathVariable UUID id) {
        Bin bin = bins.get(table);
        recycling.restore(bin.type(), id);
        return bin.controller().get(id);
    }

    @PostMapping("/bulk-restore/{table}")
    BulkRestoreResponse restoreAll(@PathVariable String table, @RequestBody BulkRestoreRequest request) {
        return BulkRestoreResponse.of(table, restore.restoreAll(bins.get(table).type(), request.distinctIds()));
    }

    @OwnersOnly
    @Capability("recycle:purge")
    @DeleteMapping("/{table}/{id}")
    PurgeResponse purge(
            @PathVariable String table, @PathVariable UUID id, @RequestParam(defaultValue = "false") boolean confirm) {
        Bin bin = bins.get(table);
        if (!confirm) {
            throw Problem.badRequest("confirm", "Purging can't be undone; send confirm=true.")
                    .exception();
        }
        recycling.purge(bin.type(), id);
        return new PurgeResponse(id, table, "Purged for good.");
    }
}
