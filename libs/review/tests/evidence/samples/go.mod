module example.com/shop

go 1.22

require (
	github.com/gorilla/mux v1.8.1
	golang.org/x/text v0.14.0 // indirect
)
