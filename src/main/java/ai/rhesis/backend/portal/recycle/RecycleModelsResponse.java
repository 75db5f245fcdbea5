package ai.rhesis.backend.portal.recycle;

import java.util.List;

/// The tables whose deleted objects can be restored.
record RecycleModelsResponse(int count, List<RecycledModel> models) {

    static RecycleModelsResponse of(List<RecycledModel> models) {
        return new RecycleModelsResponse(models.size(), models);
    }

    /// A table, and the name that clients have for its objects.
    record RecycledModel(String name, String className) {}
}
