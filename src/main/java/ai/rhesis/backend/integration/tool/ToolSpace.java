package ai.rhesis.backend.integration.tool;

/// A part of a tool that work can be put into, such as a project of Jira.
record ToolSpace(String key, String name) {}
