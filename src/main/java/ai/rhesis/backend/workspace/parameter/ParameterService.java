package ai.rhesis.backend.workspace.parameter;

import ai.rhesis.backend.platform.web.IfMatch;
import ai.rhesis.backend.workspace.project.ProjectService;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The parameters of projects.
@Service
@Transactional
public class ParameterService {

    private final ProjectService projects;
    private final ParameterSchemaQueries schemas;

    ParameterService(ProjectService projects, ParameterSchemaQueries schemas) {
        this.projects = projects;
        this.schemas = schemas;
    }

    /// Returns the parameters that a project has now.
    ///
    /// @throws ProblemException 404 or 410 without the project
    @Transactional(readOnly = true)
    public ParameterSchema schema(UUID projectId) {
        return get(projectId).schema();
    }

    @Transactional(readOnly = true)
    StoredSchema get(UUID projectId) {
        projects.get(projectId);
        return schemas.find(projectId);
    }

    /// Replaces the parameters of a project. Versions of experiments keep the values that they have.
    StoredSchema put(UUID projectId, ParameterSchemaRequest request, IfMatch ifMatch) {
        projects.get(projectId);
        ParameterSchema schema = request.toSchema();
        ifMatch.check(schemas.lock(projectId));
        schemas.replace(projectId, schema);
        return schemas.find(projectId);
    }
}
