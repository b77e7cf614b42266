// The shortest program over the official Go SDK 1.5.1: prints what kind of document a file is.
package main

import (
	"context"
	"fmt"
	"os"
	"time"

	llamacloud "github.com/run-llama/llama-parse-go"
	"github.com/run-llama/llama-parse-go/option"
)

func main() {
	ctx := context.Background()
	client := llamacloud.NewClient(
		option.WithAPIKey(os.Getenv("LLAMA_CLOUD_API_KEY")),
		option.WithBaseURL(os.Getenv("LLAMA_CLOUD_BASE_URL")), // the one line
	)
	document, err := os.Open(os.Args[1])
	check(err)
	file, err := client.Files.New(ctx, llamacloud.FileNewParams{File: document, Purpose: "classify"})
	check(err)
	job, err := client.Classify.New(ctx, llamacloud.ClassifyNewParams{
		ClassifyCreateRequest: llamacloud.ClassifyCreateRequestParam{
			FileInput: llamacloud.String(file.ID),
			Configuration: llamacloud.ClassifyConfigurationParam{
				Rules: []llamacloud.ClassifyConfigurationRuleParam{{
					Type:        "invoice",
					Description: "asks for payment and states a total due",
				}},
			},
		},
	})
	check(err)
	for {
		got, err := client.Classify.Get(ctx, job.ID, llamacloud.ClassifyGetParams{})
		check(err)
		if got.Status != "PENDING" && got.Status != "RUNNING" {
			fmt.Println(got.Result.Type)
			return
		}
		time.Sleep(time.Second)
	}
}

func check(err error) {
	if err != nil {
		panic(err)
	}
}
