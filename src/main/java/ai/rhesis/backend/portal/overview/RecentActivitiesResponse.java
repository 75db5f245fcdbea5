package ai.rhesis.backend.portal.overview;

import java.util.List;

/// What happened last, the newest first.
record RecentActivitiesResponse(List<ActivityResponse> activities, int total) {

    static RecentActivitiesResponse of(List<ObjectView> latest) {
        List<ActivityResponse> activities =
                latest.stream().map(ActivityResponse::of).toList();
        return new RecentActivitiesResponse(activities, activities.size());
    }
}
