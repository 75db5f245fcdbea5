package ai.rhesis.backend.annotation.tag;

import ai.rhesis.backend.platform.persistence.Resource;
import ai.rhesis.backend.platform.persistence.TenantEntity;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A label; an organization has each name once.
@Entity
@Table(name = "tag")
@Resource(name = "Tag", path = "/tags")
public class Tag extends TenantEntity {

    private String name;

    @Column(insertable = false, updatable = false)
    private String nameKey;

    private @Nullable String iconUnicode;

    protected Tag() {}

    Tag(TagRequest request) {
        identify(request.id());
        change(request);
    }

    final void change(TagRequest request) {
        name = request.name();
        iconUnicode = request.iconUnicode();
    }

    @Override
    protected Map<String, @Nullable Object> naturalKey(String index) {
        return Map.of("nameKey", name.toLowerCase(Locale.ROOT));
    }

    @Override
    public String getName() {
        return name;
    }

    public @Nullable String getIconUnicode() {
        return iconUnicode;
    }
}
