package ai.rhesis.backend.run.start;

import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/jobs/{task_id}")
class JobController {

    private final Jobs jobs;

    JobController(Jobs jobs) {
        this.jobs = jobs;
    }

    @GetMapping
    JobResponse job(@PathVariable("task_id") UUID taskId) {
        return jobs.get(taskId);
    }

    @PostMapping("/cancel")
    JobResponse cancel(@PathVariable("task_id") UUID taskId) {
        return jobs.cancel(taskId);
    }
}
