package ai.rhesis.backend.workspace.parameter;

/// The parameters of a project and how often they were replaced.
record StoredSchema(ParameterSchema schema, long version) {}
