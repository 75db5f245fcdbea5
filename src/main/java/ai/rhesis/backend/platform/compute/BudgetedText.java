package ai.rhesis.backend.platform.compute;

/// A text that takes one step of a budget for every character that is looked at, however often the same.
///
/// Handed to a library that reads character by character, such as a regular expression, it bounds its work.
public record BudgetedText(CharSequence text, Budget budget) implements CharSequence {

    @Override
    public char charAt(int index) {
        budget.spend(1);
        return text.charAt(index);
    }

    @Override
    public int length() {
        return text.length();
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return new BudgetedText(text.subSequence(start, end), budget);
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
