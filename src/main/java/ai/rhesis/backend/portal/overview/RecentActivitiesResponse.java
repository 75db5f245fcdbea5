package ai.rhesis.backend.portal.overview;

import java.util.List;

/// The latest changes, newest first.
record RecentActivitiesResponse(List<ActivityResponse> activities, int total) {

    static RecentActivitiesResponse of(List<ObjectView> latest) {
        List<ActivityResponse> activities =
                latest.stream().map(ActivityResponse::of).toList();
        return new RecentActivitiesResponse(activities, activities.size());
    }
}
