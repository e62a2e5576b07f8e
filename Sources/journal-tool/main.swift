await Tool.main(root: Commands.root, version: Commands.version)
