package ai.rhesis.backend.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import ai.rhesis.backend.platform.security.Public;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

class MarkedRoutesTests {

    private final RequestMappingHandlerMapping mapping = new RequestMappingHandlerMapping();
    private RequestMatcher open;

    @BeforeEach
    void mapHandlers() throws NoSuchMethodException {
        map(RequestMethod.POST, "/open", "open");
        map(RequestMethod.DELETE, "/open", "closed");
        map(RequestMethod.POST, "/closed", "closed");
        map(RequestMethod.GET, "/closed/{id}", "closed");
        open = new MarkedRoutes(new StaticListableBeanFactory(Map.of("mapping", mapping))
                        .getBeanProvider(RequestMappingHandlerMapping.class))
                .paths(Public.class);
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /open, true",
        "PUT, /open, true",
        "DELETE, /open, false",
        "POST, /closed, false",
        "GET, /closed/1, false",
        "GET, /nowhere, false"
    })
    void pathsAreOpenButForWhatAHandlerWithoutTheMarkServes(String method, String path, boolean isOpen) {
        assertThat(open.matches(request(method, path))).isEqualTo(isOpen);
    }

    @Test
    void headIsServedByWhatServesGet() {
        assertThat(open.matches(request("HEAD", "/closed/1"))).isFalse();
    }

    private void map(RequestMethod method, String path, String handler) throws NoSuchMethodException {
        mapping.registerMapping(
                RequestMappingInfo.paths(path)
                        .methods(method)
                        .options(mapping.getBuilderConfiguration())
                        .build(),
                new Handlers(),
                Handlers.class.getDeclaredMethod(handler));
    }

    private static MockHttpServletRequest request(String method, String path) {
        MockHttpServletRequest request = new MockHttpServletRequest(method, path);
        request.setServletPath(path);
        return request;
    }

    private static final class Handlers {

        @Public
        void open() {}

        void closed() {}
    }
}
