package ai.rhesis.backend.identity.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.rhesis.backend.identity.account.AccountQueries;
import ai.rhesis.backend.identity.account.Passwords;
import ai.rhesis.backend.platform.problem.ProblemException;
import ai.rhesis.backend.support.IntegrationTest;
import org.apache.catalina.Globals;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.transaction.support.TransactionTemplate;

@IntegrationTest
class QuickStartTests {

    @Autowired
    AccountQueries accounts;

    @Autowired
    LoginService logins;

    @Autowired
    Passwords passwords;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void whoIsOnTheMachineIsLetInAsTheSamePersonEachTime() {
        QuickStart quickStart = quickStart(true);
        Login first = quickStart.login(from("127.0.0.1"));
        Login second = quickStart.login(from("0:0:0:0:0:0:0:1"));
        assertThat(second.user()).isEqualTo(first.user());
        assertThat(second.code()).isNotEqualTo(first.code());
    }

    @Test
    void nobodyElseIsLetIn() {
        MockHttpServletRequest forwarded = from("127.0.0.1");
        forwarded.setAttribute(Globals.REQUEST_FORWARDED_ATTRIBUTE, true);
        for (MockHttpServletRequest request : new MockHttpServletRequest[] {from("10.0.0.7"), from("x"), forwarded}) {
            assertThatThrownBy(() -> quickStart(true).login(request)).isInstanceOf(ProblemException.class);
        }
        assertThatThrownBy(() -> quickStart(false).login(from("127.0.0.1"))).isInstanceOf(ProblemException.class);
    }

    private QuickStart quickStart(boolean isOn) {
        return new QuickStart(accounts, logins, passwords, transaction, "quick-start@example.com", isOn);
    }

    private static MockHttpServletRequest from(String address) {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setRemoteAddr(address);
        return request;
    }
}
