package org.anchors.employment.participant;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Map;
import java.util.TreeMap;
import org.anchors.employment.participant.EqualityFlags.Answer;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a participant answered, by the groups that programmes are meant for; a group about which nobody asked is left out. */
@Schema(
        name = "EqualityFlags",
        description = "What a participant answered; a group about which nobody asked is left out.")
record Answers(
        @JsonProperty("care-leaver") @Nullable Answer careLeaver,
        @JsonProperty("disability") @Nullable Answer disability,
        @JsonProperty("veteran") @Nullable Answer veteran,
        @JsonProperty("16-24") @Nullable Answer aged16To24,
        @JsonProperty("ethnic-minority") @Nullable Answer ethnicMinority,
        @JsonProperty("long-term-unemployed") @Nullable Answer longTermUnemployed,
        @JsonProperty("neurodivergent") @Nullable Answer neurodivergent,
        @JsonProperty("carer") @Nullable Answer carer) {

    static Answers of(Map<String, Answer> byGroup) {
        return new Answers(
                byGroup.get("care-leaver"),
                byGroup.get("disability"),
                byGroup.get("veteran"),
                byGroup.get("16-24"),
                byGroup.get("ethnic-minority"),
                byGroup.get("long-term-unemployed"),
                byGroup.get("neurodivergent"),
                byGroup.get("carer"));
    }

    Map<String, Answer> byGroup() {
        var answers = new TreeMap<String, Answer>();
        put(answers, "care-leaver", careLeaver);
        put(answers, "disability", disability);
        put(answers, "veteran", veteran);
        put(answers, "16-24", aged16To24);
        put(answers, "ethnic-minority", ethnicMinority);
        put(answers, "long-term-unemployed", longTermUnemployed);
        put(answers, "neurodivergent", neurodivergent);
        put(answers, "carer", carer);
        return answers;
    }

    private static void put(Map<String, Answer> answers, String group, @Nullable Answer answer) {
        if (answer != null) {
            answers.put(group, answer);
        }
    }
}
