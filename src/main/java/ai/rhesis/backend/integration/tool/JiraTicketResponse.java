package ai.rhesis.backend.integration.tool;

/// An issue of Jira that was made of a task.
///
/// @param issueKey as Jira names it, such as `CLAIM-7`
/// @param issueUrl its page
record JiraTicketResponse(String issueKey, String issueUrl, String message) {}
