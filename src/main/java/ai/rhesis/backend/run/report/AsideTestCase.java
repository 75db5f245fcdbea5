package ai.rhesis.backend.run.report;

/// A test that is told apart from the others: one whose repetitions disagree, or one in quarantine.
///
/// @param why how many repetitions passed, or the reason of the quarantine
public record AsideTestCase(String name, String why) {}
