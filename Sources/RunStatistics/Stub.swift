public enum ChangePoints { public static func detect(in v: [Double]) -> [Int] { [] } }
