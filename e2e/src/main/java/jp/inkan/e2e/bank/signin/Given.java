package jp.inkan.e2e.bank.signin;

/** What a customer answered. */
public sealed interface Given {
    /** As the protocol calls the step that was answered. */
    String to();

    /** Something typed into one field. */
    record One(String to, String value) implements Given {
        /** Without the value. */
        @Override
        public String toString() {
            return "One[" + to + "]";
        }
    }

    /** The two numbers of a time synchronisation, in the order in which the token showed them. */
    record Two(String to, String first, String second) implements Given {
        /** Without the numbers. */
        @Override
        public String toString() {
            return "Two[" + to + "]";
        }
    }
}
