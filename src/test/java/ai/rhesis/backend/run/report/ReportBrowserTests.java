package ai.rhesis.backend.run.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;

/// The page in a real browser, opened from a file as a person does who was sent it. Needs Chromium and its driver,
/// which `.ci/run` installs; elsewhere the other tests of the page still run.
@EnabledIf("browserIsInstalled")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReportBrowserTests {

    private static final List<String> QUIET = List.of(
            "--headless=new",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--window-size=1280,1600");

    @TempDir
    static Path directory;

    private ChromeDriver browser;

    static boolean browserIsInstalled() {
        return find("chromium", "google-chrome").isPresent()
                && find("chromedriver").isPresent();
    }

    private static Optional<Path> find(String... names) {
        return Stream.of(names)
                .map(name -> Path.of("/usr/bin", name))
                .filter(Files::isExecutable)
                .findFirst();
    }

    @BeforeAll
    void open() throws IOException {
        Path page = directory.resolve("report.html");
        Files.writeString(page, Reports.print(Reports.failed(Reports.HOSTILE), Reports.broken()));
        ChromeOptions options = new ChromeOptions()
                .setBinary(find("chromium", "google-chrome").orElseThrow().toFile());
        options.addArguments(QUIET);
        ChromeDriverService driver = new ChromeDriverService.Builder()
                .usingDriverExecutable(find("chromedriver").orElseThrow().toFile())
                .build();
        browser = new ChromeDriver(driver, options);
        browser.get(page.toUri().toString());
    }

    @AfterAll
    void close() {
        browser.quit();
    }

    @Test
    void headlineAndChartsAreSeen() {
        assertThat(browser.findElement(By.className("headline")).getText()).isEqualTo("92.4 % passed");
        assertThat(browser.findElements(By.cssSelector(".histogram rect")))
                .allSatisfy(bar -> assertThat(bar.getSize().height).isPositive());
        WebElement passed = browser.findElement(By.cssSelector(".bar.big .passed"));
        assertThat(passed.getCssValue("fill")).isEqualTo("rgb(26, 127, 55)");
    }

    @Test
    void hostileOutputDoesNothing() {
        assertThat(browser.getTitle()).startsWith("Brave Otter");
        assertThat(browser.findElements(By.tagName("img"))).isEmpty();
    }

    @Test
    void filterShowsWhatMatches() {
        assertThat(shown()).isEqualTo("2 of 2");
        choose("verdict", "error");
        assertThat(shown()).isEqualTo("1 of 2");
        assertThat(visible())
                .singleElement()
                .satisfies(test -> assertThat(test.getText()).contains("503"));
        choose("metrics", "is-refusal");
        assertThat(shown()).isEqualTo("0 of 2");
        assertThat(browser.findElement(By.id("nothing")).isDisplayed()).isTrue();
        choose("verdict", "");
        assertThat(shown()).isEqualTo("1 of 2");
        choose("metrics", "");
        browser.findElement(By.name("text")).sendKeys("ANSWERED 503");
        assertThat(shown()).isEqualTo("1 of 2");
        browser.findElement(By.name("text")).clear();
    }

    private void choose(String filter, String value) {
        browser.findElement(By.cssSelector("select[name=" + filter + "] option[value=\"" + value + "\"]"))
                .click();
    }

    private String shown() {
        return browser.findElement(By.id("shown")).getText();
    }

    private List<WebElement> visible() {
        return browser.findElements(By.className("test")).stream()
                .filter(WebElement::isDisplayed)
                .toList();
    }
}
