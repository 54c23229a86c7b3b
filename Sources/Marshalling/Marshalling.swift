// Marshalling
