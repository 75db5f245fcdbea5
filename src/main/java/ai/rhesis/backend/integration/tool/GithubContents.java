package ai.rhesis.backend.integration.tool;

import ai.rhesis.backend.platform.compute.Turns;
import ai.rhesis.backend.platform.egress.CallException;
import ai.rhesis.backend.platform.persistence.StorableText;
import ai.rhesis.backend.platform.problem.Problem;
import ai.rhesis.backend.platform.problem.ProblemException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/// The texts of a repository of GitHub as one text: each file under its path, the shortest paths first.
@Component
class GithubContents {

    static final int MAX_FILES = 50;
    static final int MAX_FILE_BYTES = 200_000;
    static final int MAX_CHARACTERS = 1_000_000;

    private static final int MAX_AT_ONCE = 8;
    private static final int MAX_OF_ORGANIZATION = 2;
    private static final Duration MAX_TIME = Duration.ofSeconds(60);
    private static final String BUSY =
            "Your organization, or this server, reads as many repositories as it may; try again in a moment";
    private static final String LINE = "-".repeat(40);
    private static final String RAW = "application/vnd.github.raw+json";

    /// Paths of what says nothing about the program, or is no text.
    private static final Predicate<String> LEFT_OUT = Pattern.compile(
                    "(?i)(.*/)?(node_modules|vendor|dist|build|\\.git|\\.idea|\\.vscode|__pycache__|\\.?venv)/.*"
                            + "|.*\\.(png|jpe?g|gif|ico|webp|pdf|zip|gz|jar|class|so|dll|dylib|exe|woff2?|ttf|mp[34]|bin|pyc|lock)")
            .asMatchPredicate();

    private final Turns turns = new Turns(MAX_AT_ONCE, MAX_OF_ORGANIZATION, BUSY);
    private final ToolService tools;
    private final ToolTransport calls;

    GithubContents(ToolService tools, ToolTransport calls) {
        this.tools = tools;
        this.calls = calls;
    }

    /// @param toolId a tool of GitHub whose token opens the repository; null for what everybody may read
    /// @throws ProblemException 400 when the address is none, or GitHub shows no such repository; 422 when the tool
    /// is none; 502 or 504 when GitHub refuses or does not answer; 503 when too many are being read
    String read(String repositoryUrl, @Nullable UUID toolId) {
        GithubAddress address = GithubAddress.of(repositoryUrl);
        ToolAccess access = access(toolId);
        return turns.during(() -> read(address, access));
    }

    private String read(GithubAddress address, ToolAccess access) {
        try {
            long end = System.nanoTime() + MAX_TIME.toNanos();
            return text(address, access, files(address, access), end);
        } catch (CallException failure) {
            if (Integer.valueOf(404).equals(failure.status())) {
                throw Problem.badRequest(
                                "repo_url",
                                "GitHub shows no %s/%s with the branch %s: check the address, or name a tool whose token may read it"
                                        .formatted(address.owner(), address.repository(), address.branch()))
                        .exception();
            }
            throw failure.problem("repo_url").exception();
        }
    }

    private ToolAccess access(@Nullable UUID toolId) {
        if (toolId == null) {
            return ToolAccess.github(null);
        }
        OpenedTool tool = tools.open(toolId);
        tool.require("github");
        return ToolAccess.github(tool);
    }

    private List<String> files(GithubAddress address, ToolAccess access) {
        List<String> path = List.of("repos", address.owner(), address.repository(), "git", "trees", address.branch());
        JsonNode tree = calls.json(access, access.get(path, Map.of("recursive", "1"), "application/vnd.github+json"));
        return tree.path("tree")
                .valueStream()
                .filter(item -> item.path("type").asString("").equals("blob"))
                .filter(item -> item.path("size").asLong(0) <= MAX_FILE_BYTES)
                .map(item -> item.path("path").asString(""))
                .filter(file -> address.holds(file) && !LEFT_OUT.test(file))
                .sorted(Comparator.comparingInt(file -> file.split("/").length))
                .toList();
    }

    private String text(GithubAddress address, ToolAccess access, List<String> files, long end) {
        StringBuilder text = new StringBuilder();
        int read = 0;
        for (String file : files) {
            if (read == MAX_FILES || text.length() >= MAX_CHARACTERS || System.nanoTime() >= end) {
                text.append("\n[%d more files are left out]\n".formatted(files.size() - read));
                break;
            }
            text.append("\n%s\nFile: %s\n%s\n".formatted(LINE, file, LINE));
            text.append(shown(content(address, access, file))).append('\n');
            read++;
        }
        return StorableText.of(text.toString());
    }

    private String content(GithubAddress address, ToolAccess access, String file) {
        List<String> path = new ArrayList<>(List.of("repos", address.owner(), address.repository(), "contents"));
        path.addAll(Arrays.asList(file.split("/")));
        return calls.text(access, access.get(path, Map.of("ref", address.branch()), RAW));
    }

    private static String shown(String content) {
        return content.indexOf('\0') >= 0 ? "[not a text]" : content;
    }
}
