package ai.rhesis.backend.integration.model;

import ai.rhesis.backend.annotation.subject.CountService;
import ai.rhesis.backend.annotation.subject.Counts;
import ai.rhesis.backend.annotation.typelookup.TypeLookupService;
import ai.rhesis.backend.platform.problem.Problem;
import ai.rhesis.backend.platform.query.InOrder;
import ai.rhesis.backend.platform.query.ListRequest;
import ai.rhesis.backend.platform.query.Listing;
import ai.rhesis.backend.platform.query.Restriction;
import ai.rhesis.backend.platform.secrets.KeyRing;
import ai.rhesis.backend.platform.tenancy.Tenant;
import ai.rhesis.backend.platform.web.IfMatch;
import ai.rhesis.backend.platform.web.body.Patch;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Models and their keys, which come in and never go out.
@Service
@Transactional
public class ModelService {

    private final ModelRepository models;
    private final TypeLookupService lookups;
    private final KeyRing keys;
    private final CountService counts;

    ModelService(ModelRepository models, TypeLookupService lookups, KeyRing keys, CountService counts) {
        this.models = models;
        this.lookups = lookups;
        this.keys = keys;
        this.counts = counts;
    }

    @Transactional(readOnly = true)
    public Listing<ModelView> list(ListRequest request) {
        return models.listIds(request, ModelFields.ALL, Restriction.none()).mapAll(this::views);
    }

    @Transactional(readOnly = true)
    public ModelView get(UUID id) {
        return view(models.get(id));
    }

    ModelView create(ModelRequest request) {
        RequestHeaders.requireNoSecret(request.requestHeaders());
        Model model = new Model(request, providerTypeId(request));
        model.keepKey(encrypted(model, request.key()), destination(model));
        return view(models.save(model));
    }

    ModelView update(UUID id, Patch<ModelRequest> change) {
        Model model = models.getForUpdate(id);
        ModelRequest request = change.applyTo(ModelRequest.of(model), model.getVersion());
        RequestHeaders.requireNoSecret(request.requestHeaders());
        model.change(request, providerTypeId(request));
        if (change.mentions("key") || request.key() != null) {
            model.keepKey(encrypted(model, request.key()), destination(model));
        } else if (model.hasKeyForAnother(destination(model))) {
            throw Problem.invalid("key", "must be given again, or null: the stored one was given for another host")
                    .exception();
        }
        return view(models.save(model));
    }

    ModelView delete(UUID id, IfMatch ifMatch) {
        Model model = models.getForUpdate(id);
        ifMatch.check(model.getVersion());
        ModelView deleted = view(model);
        model.delete();
        models.save(model);
        return deleted;
    }

    private String destination(Model model) {
        UUID type = model.getProviderTypeId();
        Provider provider =
                type == null ? Provider.OTHER : Provider.of(lookups.get(type).getTypeValue());
        return provider.destination(model.getEndpoint());
    }

    private @Nullable UUID providerTypeId(ModelRequest request) {
        if (request.provider() != null) {
            return lookups.require("ProviderType", request.provider(), "provider");
        }
        return request.providerTypeId() == null
                ? null
                : lookups.require("ProviderType", request.providerTypeId(), "provider_type_id");
    }

    private @Nullable String encrypted(Model model, @Nullable String key) {
        return key == null ? null : keys.encrypt(key, Tenant.current().organizationId(), model.getId());
    }

    private ModelView view(Model model) {
        return views(List.of(model.getId())).getFirst();
    }

    private List<ModelView> views(List<UUID> ids) {
        Map<UUID, Counts> countsById = counts.of(Model.class, ids);
        return InOrder.of(ids, models.findViews(ids), view -> view.model().getId()).stream()
                .map(view -> view.with(countsById.getOrDefault(view.model().getId(), Counts.NONE)))
                .toList();
    }
}
