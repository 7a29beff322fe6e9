package org.anchors.employment.privacy;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What looks like something that says who a person is (employment.md, Participant). It is found by its form, so it is found too
 * often rather than too seldom: a reference that is taken for a postcode has to be another one.
 */
public enum PersonalData {
    NHS_NUMBER("looks-like-an-nhs-number", "an NHS number"),
    NATIONAL_INSURANCE_NUMBER("looks-like-a-national-insurance-number", "a National Insurance number"),
    POSTCODE("looks-like-a-postcode", "a postcode"),
    E_MAIL("looks-like-an-e-mail-address", "an e-mail address"),
    TELEPHONE("looks-like-a-telephone-number", "a telephone number"),
    DATE_OF_BIRTH("looks-like-a-date-of-birth", "a date of birth"),
    NAME("looks-like-a-name", "a name");

    private static final Pattern TEN_DIGITS = Pattern.compile("(?<!\\d)(\\d{3})[ .-]?(\\d{3})[ .-]?(\\d{4})(?!\\d)");
    private static final Pattern INSURANCE =
            Pattern.compile("(?<![a-z0-9])[a-z]{2}[ .-]?\\d{2}[ .-]?\\d{2}[ .-]?\\d{2}[ .-]?[a-d]?(?![a-z0-9])");
    private static final Pattern POST =
            Pattern.compile("(?<![a-z0-9])(gir ?0aa|[a-z]{1,2}\\d[a-z\\d]?[ .-]{0,2}\\d[a-z]{2})(?![a-z0-9])");
    private static final Pattern AT = Pattern.compile("[^\\s@]+@[^\\s@]+");
    private static final Pattern MOBILE =
            Pattern.compile("(?<!\\d)(\\+44|0044|0)[ .-]?7\\d{3}[ .-]?\\d{3}[ .-]?\\d{3}(?!\\d)");
    private static final Pattern DAY_FIRST =
            Pattern.compile("(?<!\\d)(\\d{1,2})([/ .-]?)(\\d{1,2})\\2((?:19|20)\\d{2})(?!\\d)");
    private static final Pattern YEAR_FIRST =
            Pattern.compile("(?<!\\d)((?:19|20)\\d{2})([/ .-]?)(\\d{1,2})\\2(\\d{1,2})(?!\\d)");
    private static final Pattern DAY_MONTH_YEAR =
            Pattern.compile("(?<!\\d)(\\d{1,2})([/.-])(\\d{1,2})\\2(\\d{2})(?!\\d)");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}']+|(?<=\\p{Ll})(?=\\p{Lu})");
    private static final int LONG_WORD = 4;

    private final String rule;
    private final String inWords;

    PersonalData(String rule, String inWords) {
        this.rule = rule;
        this.inWords = inWords;
    }

    /** The stable name of the rule that is broken. */
    public String rule() {
        return rule;
    }

    /** With its article, for a sentence. */
    public String inWords() {
        return inWords;
    }

    /** A number or address of a person in a text of any kind, such as a programme's name. */
    public static Optional<PersonalData> identifierIn(String text) {
        var plain = plain(text);
        return Stream.of(NHS_NUMBER, NATIONAL_INSURANCE_NUMBER, POSTCODE, E_MAIL, TELEPHONE)
                .filter(kind -> kind.isIn(plain))
                .findFirst();
    }

    /** Anything of a person in a text that is meant to be a reference or was not asked for. */
    public static Optional<PersonalData> in(String text) {
        var plain = plain(text);
        return Arrays.stream(values()).filter(kind -> kind.isIn(plain)).findFirst();
    }

    /** A reference that holds no digit is a word, and may be a name. */
    public static Optional<PersonalData> inReference(String reference) {
        return in(reference)
                .or(() -> reference.codePoints().anyMatch(Character::isDigit) ? Optional.empty() : Optional.of(NAME));
    }

    /** How many digits a text has at least that holds one; it saves the search in almost all. */
    private int digits() {
        return switch (this) {
            case NHS_NUMBER, TELEPHONE -> 10;
            case NATIONAL_INSURANCE_NUMBER -> 6;
            case DATE_OF_BIRTH -> 4;
            case POSTCODE -> 1;
            case E_MAIL, NAME -> 0;
        };
    }

    private boolean isIn(String plain) {
        if (plain.chars().filter(Character::isDigit).count() < digits()) {
            return false;
        }
        var small = plain.toLowerCase(Locale.ROOT);
        return switch (this) {
            case NHS_NUMBER -> TEN_DIGITS.matcher(plain).results().anyMatch(PersonalData::hasCheckDigit);
            case NATIONAL_INSURANCE_NUMBER -> INSURANCE.matcher(small).find();
            case POSTCODE -> POST.matcher(small).find();
            case E_MAIL -> AT.matcher(plain).find();
            case TELEPHONE -> MOBILE.matcher(plain).find();
            case DATE_OF_BIRTH -> isDate(plain);
            case NAME -> isName(plain);
        };
    }

    /** Full-width and other digits and letters are the same as the ordinary ones. */
    private static String plain(String text) {
        return Normalizer.isNormalized(text, Normalizer.Form.NFKC)
                ? text
                : Normalizer.normalize(text, Normalizer.Form.NFKC);
    }

    /** The last digit makes the weighted sum of all a multiple of 11. */
    private static boolean hasCheckDigit(MatchResult found) {
        var digits = found.group(1) + found.group(2) + found.group(3);
        var sum = 0;
        for (var index = 0; index < digits.length(); index++) {
            var weight = index == digits.length() - 1 ? 1 : 10 - index;
            sum += weight * Character.digit(digits.charAt(index), 10);
        }
        return sum % 11 == 0;
    }

    private static boolean isDate(String text) {
        return DAY_FIRST.matcher(text).results().anyMatch(date -> isDay(date.group(4), date.group(3), date.group(1)))
                || YEAR_FIRST
                        .matcher(text)
                        .results()
                        .anyMatch(date -> isDay(date.group(1), date.group(3), date.group(4)))
                || DAY_MONTH_YEAR
                        .matcher(text)
                        .results()
                        .anyMatch(date -> isDay("19" + date.group(4), date.group(3), date.group(1)));
    }

    private static boolean isDay(String year, String month, String day) {
        return day(year, month, day) != null || day(year, day, month) != null;
    }

    private static @Nullable LocalDate day(String year, String month, String day) {
        try {
            return LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day));
        } catch (DateTimeException none) {
            return null;
        }
    }

    /** Two words one behind the other, one of them of four letters at least: {@code jane.smith}, {@code JaneSmith7}. */
    private static boolean isName(String text) {
        List<String> words = BETWEEN_WORDS
                .splitAsStream(text)
                .filter(word -> word.length() > 1)
                .toList();
        return words.size() > 1 && words.stream().anyMatch(word -> word.length() >= LONG_WORD);
    }
}
