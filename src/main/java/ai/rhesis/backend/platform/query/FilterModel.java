package ai.rhesis.backend.platform.query;

import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.olingo.commons.api.edm.Edm;
import org.apache.olingo.commons.api.edm.EdmEntityType;
import org.apache.olingo.commons.api.edm.EdmPrimitiveTypeKind;
import org.apache.olingo.commons.api.edm.FullQualifiedName;
import org.apache.olingo.commons.api.edm.provider.CsdlAbstractEdmProvider;
import org.apache.olingo.commons.api.edm.provider.CsdlEntityType;
import org.apache.olingo.commons.api.edm.provider.CsdlNavigationProperty;
import org.apache.olingo.commons.api.edm.provider.CsdlProperty;
import org.apache.olingo.commons.core.edm.EdmProviderImpl;
import org.jspecify.annotations.Nullable;

/// The declared fields as the parser knows them: all of them texts, because we read the values ourselves.
final class FilterModel extends CsdlAbstractEdmProvider {

    private static final String NAMESPACE = "list";

    private final Map<FullQualifiedName, CsdlEntityType> types = new LinkedHashMap<>();
    private final FullQualifiedName root;
    private final Edm edm;

    FilterModel(Fields fields) {
        root = add(fields);
        edm = new EdmProviderImpl(this);
    }

    Edm edm() {
        return edm;
    }

    EdmEntityType root() {
        return edm.getEntityType(root);
    }

    @Override
    public @Nullable CsdlEntityType getEntityType(FullQualifiedName name) {
        return types.get(name);
    }

    private FullQualifiedName add(Fields fields) {
        FullQualifiedName name = new FullQualifiedName(NAMESPACE, "type" + types.size());
        CsdlEntityType type = new CsdlEntityType().setName(name.getName());
        types.put(name, type);
        type.setProperties(fields.all().stream().map(FilterModel::property).toList());
        type.setNavigationProperties(fields.links().stream().map(this::link).toList());
        return name;
    }

    private static CsdlProperty property(Field field) {
        return new CsdlProperty().setName(field.name()).setType(EdmPrimitiveTypeKind.String.getFullQualifiedName());
    }

    private CsdlNavigationProperty link(Link link) {
        return new CsdlNavigationProperty()
                .setName(link.name())
                .setType(add(link.fields()))
                .setCollection(link instanceof Link.Many);
    }
}
