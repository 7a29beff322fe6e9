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

    /** Whatever is written between the parts of a number. */
    private static final String APART = "[^\\p{L}\\p{N}]{0,3}";

    private static final String YEAR = "((?:19|20)\\d{2})";
    private static final String DAY = "(\\d{1,2})";
    private static final String DAY_IN_WORDS = DAY + "(?:st|nd|rd|th)?";
    private static final String MONTH_NAME = "(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}";
    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

    /** However they are grouped; seen from each of several places in a longer row of numbers. */
    private static final Pattern TEN_DIGITS =
            Pattern.compile("(?<!\\d)(?=(\\d(?:%1$s\\d){9})(?!\\d))".formatted(APART));

    private static final Pattern INSURANCE = Pattern.compile(
            "(?<![a-z0-9])[a-z]{2}%1$s\\d{2}%1$s\\d{2}%1$s\\d{2}%1$s[a-d]?(?![a-z0-9])".formatted(APART));
    private static final Pattern POST = Pattern.compile(
            "(?<![a-z0-9])(gir%1$s0aa|[a-z]{1,2}\\d[a-z\\d]?%1$s\\d[a-z]{2})(?![a-z0-9])".formatted(APART));
    private static final Pattern AT = Pattern.compile("[^\\s@]+@[^\\s@]+");
    private static final Pattern MOBILE =
            Pattern.compile("(?<!\\d)(\\+44|0044|0)%1$s7\\d{3}%1$s\\d{3}%1$s\\d{3}(?!\\d)".formatted(APART));
    private static final Pattern DAY_FIRST =
            Pattern.compile("(?<!\\d)%s(%s)%s\\2%s(?!\\d)".formatted(DAY, APART, DAY, YEAR));
    private static final Pattern YEAR_FIRST =
            Pattern.compile("(?<!\\d)%s(%s)%s\\2%s(?!\\d)".formatted(YEAR, APART, DAY, DAY));
    private static final Pattern DAY_MONTH_YEAR =
            Pattern.compile("(?<!\\d)(\\d{1,2})([/._-])(\\d{1,2})\\2(\\d{2})(?!\\d)");
    private static final Pattern SIX_DIGITS = Pattern.compile("(?<!\\d)(\\d{2})(\\d{2})(\\d{2})(?!\\d)");
    private static final Pattern DAY_AND_MONTH_NAME =
            Pattern.compile("(?<!\\d)%1$s%2$s%3$s%2$s%4$s(?!\\d)".formatted(DAY_IN_WORDS, APART, MONTH_NAME, YEAR));

    /** With something between the parts: in hexadecimal, 12dec34 is a number like any other. */
    private static final Pattern DAY_MONTH_NAME_AND_SHORT_YEAR = Pattern.compile(
            "(?<!\\d)%1$s%2$s%3$s%2$s(\\d{2})(?!\\d)".formatted(DAY_IN_WORDS, "[^\\p{L}\\p{N}]{1,3}", MONTH_NAME));

    private static final Pattern MONTH_NAME_FIRST =
            Pattern.compile("(?<![a-z])%s%s%s%s%s(?!\\d)".formatted(MONTH_NAME, APART, DAY_IN_WORDS, APART, YEAR));
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}']+|(?<=\\p{Ll})(?=\\p{Lu})");
    private static final int LONG_WORD = 4;

    /** Whoever takes part in a programme was born before that; the day of an intake is later. */
    private static final int YOUNGEST = 2012;

    private static final int OLDEST = 1940;

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

    /** A number, address or date of birth of a person in a text that may hold names and days of other things. */
    public static Optional<PersonalData> inName(String text) {
        return identifierIn(text)
                .or(() -> dates(plain(text)).anyMatch(day -> day.getYear() < YOUNGEST)
                        ? Optional.of(DATE_OF_BIRTH)
                        : Optional.empty());
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

    /**
     * Six digits by themselves in a new reference that are the birthday of somebody who may take part: as day, month and year, or of
     * the last century as year, month and day, since a number that is counted up begins with noughts.
     */
    public static Optional<PersonalData> birthdayIn(String reference) {
        return SIX_DIGITS
                        .matcher(plain(reference))
                        .results()
                        .anyMatch(six -> isBirthday(six, 3, 2, 1, YOUNGEST) || isBirthday(six, 1, 2, 3, 2000))
                ? Optional.of(DATE_OF_BIRTH)
                : Optional.empty();
    }

    private static boolean isBirthday(MatchResult six, int year, int month, int day, int before) {
        return day(year(six.group(year)), six.group(month), six.group(day))
                .anyMatch(on -> on.getYear() >= OLDEST && on.getYear() < before);
    }

    /** How many digits a text has at least that holds one; it saves the search in almost all. */
    private int digits() {
        return switch (this) {
            case NHS_NUMBER, TELEPHONE -> 10;
            case NATIONAL_INSURANCE_NUMBER -> 6;
            case DATE_OF_BIRTH -> 3;
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
            case DATE_OF_BIRTH -> dates(plain).findAny().isPresent();
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
        var digits = found.group(1).replaceAll("\\D", "");
        var sum = 0;
        for (var index = 0; index < digits.length(); index++) {
            var weight = index == digits.length() - 1 ? 1 : 10 - index;
            sum += weight * Character.digit(digits.charAt(index), 10);
        }
        return sum % 11 == 0;
    }

    private static Stream<LocalDate> dates(String text) {
        var small = text.toLowerCase(Locale.ROOT);
        return Stream.of(
                        DAY_FIRST.matcher(text).results().flatMap(date -> days(date, 4, 3, 1)),
                        YEAR_FIRST.matcher(text).results().flatMap(date -> days(date, 1, 3, 4)),
                        DAY_MONTH_YEAR.matcher(text).results().flatMap(date -> days(date, 4, 3, 1)),
                        DAY_AND_MONTH_NAME.matcher(small).results().flatMap(date -> days(date, 3, 2, 1)),
                        DAY_MONTH_NAME_AND_SHORT_YEAR.matcher(small).results().flatMap(date -> days(date, 3, 2, 1)),
                        MONTH_NAME_FIRST.matcher(small).results().flatMap(date -> days(date, 3, 1, 2)))
                .flatMap(found -> found);
    }

    /** What groups of a match may mean as a day: the month may stand in the place of the day. */
    private static Stream<LocalDate> days(MatchResult date, int year, int month, int day) {
        var inYear = year(date.group(year));
        return Stream.concat(
                day(inYear, date.group(month), date.group(day)), day(inYear, date.group(day), date.group(month)));
    }

    /** Of two digits, those up to this decade are taken for this century's. */
    private static int year(String text) {
        var number = Integer.parseInt(text);
        return text.length() > 2 ? number : number + (number < 30 ? 2000 : 1900);
    }

    private static Stream<LocalDate> day(int year, String month, String day) {
        try {
            return Stream.of(LocalDate.of(year, number(month), number(day)));
        } catch (DateTimeException none) {
            return Stream.empty();
        }
    }

    private static int number(String text) {
        return Character.isDigit(text.charAt(0)) ? Integer.parseInt(text) : MONTHS.indexOf(text) + 1;
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
