package ai.rhesis.backend.annotation.typelookup;

import ai.rhesis.backend.platform.persistence.Resource;
import ai.rhesis.backend.platform.persistence.TenantEntity;
import ai.rhesis.backend.platform.web.body.NamedReference;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One value of a named type, such as `TestType` / `Single-Turn`.
@Entity
@Table(name = "type_lookup")
@Resource(name = "TypeLookup", path = "/type_lookups")
public class TypeLookup extends TenantEntity {

    private String typeName;
    private String typeValue;

    @Column(name = "value_key", insertable = false, updatable = false)
    private String typeValueKey;

    private @Nullable String description;

    private @Nullable TypeReference reference;

    protected TypeLookup() {}

    TypeLookup(TypeLookupRequest request) {
        identify(request.id());
        change(request);
    }

    final void change(TypeLookupRequest request) {
        typeName = request.typeName();
        typeValue = request.typeValue();
        description = request.description();
    }

    @Override
    protected Map<String, @Nullable Object> naturalKey(String index) {
        Map<String, @Nullable Object> key = new LinkedHashMap<>();
        key.put("typeValueKey", typeValue.toLowerCase(Locale.ROOT));
        key.put("typeName", typeName);
        return key;
    }

    /// Tells whether a body that holds `value` means this one.
    public boolean isMeantBy(NamedReference value) {
        return value.id() == null
                ? typeValueKey.equals(String.valueOf(value.name()).toLowerCase(Locale.ROOT))
                : value.id().equals(getId());
    }

    @Override
    public String getName() {
        return typeValue;
    }

    public String getTypeName() {
        return typeName;
    }

    public String getTypeValue() {
        return typeValue;
    }

    public @Nullable String getDescription() {
        return description;
    }
}
