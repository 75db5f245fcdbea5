package ai.rhesis.backend.annotation.typelookup;

import ai.rhesis.backend.platform.persistence.NameRace;
import ai.rhesis.backend.platform.query.ListRequest;
import ai.rhesis.backend.platform.web.IfMatch;
import ai.rhesis.backend.platform.web.Recyclable;
import ai.rhesis.backend.platform.web.body.Patch;
import java.util.List;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/type_lookups")
class TypeLookupController implements Recyclable<TypeLookup> {

    private final TypeLookupService lookups;

    TypeLookupController(TypeLookupService lookups) {
        this.lookups = lookups;
    }

    @Override
    @GetMapping
    public ResponseEntity<List<TypeLookupResponse>> list(ListRequest request) {
        return lookups.list(request).map(TypeLookupResponse::of).toResponse();
    }

    @Override
    @GetMapping("/{id}")
    public TypeLookupResponse get(@PathVariable UUID id) {
        return TypeLookupResponse.of(lookups.get(id));
    }

    @PostMapping
    TypeLookupResponse create(@RequestBody TypeLookupRequest request) {
        return TypeLookupResponse.of(NameRace.settle(() -> lookups.create(request)));
    }

    @PutMapping("/{id}")
    TypeLookupResponse update(@PathVariable UUID id, Patch<TypeLookupRequest> change) {
        return TypeLookupResponse.of(lookups.update(id, change));
    }

    @DeleteMapping("/{id}")
    TypeLookupResponse delete(@PathVariable UUID id, IfMatch ifMatch) {
        return TypeLookupResponse.of(lookups.delete(id, ifMatch));
    }
}
