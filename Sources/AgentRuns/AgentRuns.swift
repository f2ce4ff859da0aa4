// The module's main type goes here.
