package shop;

class Version {
  static String text() {
    return "blue";
  }
}
